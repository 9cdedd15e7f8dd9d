/** A JSON Schema of an object all of whose members are required, as providers that hold a model to a schema ask. */
export const object = (properties: Record<string, unknown>) => ({
  type: "object",
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const list = (items: unknown) => ({ type: "array", items });
export const text = { type: "string" };

/** A keyphrase alone. */
export const keyphraseSchema = object({ keyphrase: text });

/** A keyphrase after its line and explanation, so that the model commits to the mistake before it names it. */
export const explainedDiagnosisSchema = object({
  line: { type: ["integer", "null"] },
  explanation: text,
  keyphrase: text,
});

export const typesSchema = object({
  types: list(object({ name: text, explanation: text, keyphrases: list(text) })),
});

export const groupsSchema = object({
  groups: list(object({ name: text, explanation: text, members: list(text) })),
});

export const problemsSchema = object({ problems: list(object({ question: text, solution: text })) });
