export {
  encodeSafetensors,
  type NamedTensor,
  parseSafetensors,
  readSafetensors,
  writeSafetensors,
} from "./safetensors.ts";
