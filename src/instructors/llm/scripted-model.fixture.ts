import type { Generation, GenerationRequest, LanguageModel } from "../../models/language-model.ts";

/** A model that gives the answers of a list, one after the other, or those of a function, and notes what it is asked. */
export function scriptedModel(
  script: readonly (string | Partial<Generation>)[] | ((request: GenerationRequest) => string),
) {
  const requests: GenerationRequest[] = [];
  const model: LanguageModel = {
    id: "scripted",
    concurrency: 4,
    async generate(request) {
      const said = typeof script === "function" ? script(request) : script[requests.length];
      requests.push(request);
      if (said === undefined) throw new Error(`call ${requests.length} is not in the script`);
      const answer = typeof said === "string" ? { text: said } : said;
      return { text: "", finishReason: "stop", usage: { inputTokens: 1, outputTokens: 1 }, ...answer };
    },
  };
  return { model, requests };
}
