import type { LanguageModel } from "../models/language-model.ts";

/**
 * Watches the calls of models together. `onAwaited` is told how many are still under way once `signal` has aborted and
 * all that was not sent has ended.
 */
export function watchCalls(
  signal: AbortSignal,
  onAwaited: (answers: number) => void,
): (model: LanguageModel) => LanguageModel {
  let underWay = 0;
  const tell = () => {
    if (underWay > 0) onAwaited(underWay);
  };
  signal.addEventListener("abort", () => setImmediate(tell), { once: true });
  return (model) => ({
    ...model,
    async generate(request, signalOfCall) {
      underWay += 1;
      try {
        return await model.generate(request, signalOfCall);
      } finally {
        underWay -= 1;
      }
    },
  });
}
