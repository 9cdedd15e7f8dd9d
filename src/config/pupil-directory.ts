import { fileURLToPath } from "node:url";

/** The embedded model's weights, which come with the package. */
export const pupilDirectory = fileURLToPath(new URL("../../pupil/weights", import.meta.url));
