export { type DataStorage, dataStorage } from "./data-storage.ts";
