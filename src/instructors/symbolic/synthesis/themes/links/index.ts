export { containers } from "./containers.ts";
export { link } from "./link.ts";
export { outlay, purchase } from "./outlay.ts";
export { sale } from "./sale.ts";
export { pace, wage } from "./work.ts";
