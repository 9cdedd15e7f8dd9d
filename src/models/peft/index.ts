/** Adapters in the layout of Hugging Face PEFT, for every server that reads them itself. */
export { adapterFiles, loraMatrixName, PlainLora, readStoredAdapter } from "./stored-adapter.ts";
