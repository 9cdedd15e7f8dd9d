import { mistakeLabels } from "../../../domain/mistake-label.ts";
import { object, text } from "../schemas.ts";

/** The label stands last, so that the model commits to the mistake before it names it. */
export const analysisSchema = object({
  step: { type: ["integer", "null"] },
  explanation: text,
  label: { type: "string", enum: [...mistakeLabels, "none"] },
});

export const injectionSchema = object({ explanation: text, solution: text });

export const continuationSchema = object({ continuation: text });
