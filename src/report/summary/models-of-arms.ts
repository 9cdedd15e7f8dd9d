import type { ReportData } from "../report-data.ts";

/** A model of the run: the base model, whose arm is null and whose iteration is 0, or an arm's after an iteration. */
interface Model {
  armId: string | null;
  iteration: number;
}

type Arms = ReportData["arms"];

/** The base model first, then every arm after every iteration, in the order of the arms. */
export function inOrderOfArms<M extends Model>(arms: Arms, models: readonly M[]): M[] {
  return [undefined, ...arms].flatMap((arm) =>
    models
      .filter(({ armId }) => armId === (arm?.id ?? null))
      .sort((one, other) => one.iteration - other.iteration),
  );
}

/** The method's model and every control's, each the last of its arm; of models in order. */
export function methodAndControls<M extends Model>(
  arms: Arms,
  models: readonly M[],
): { method: M; controls: { controlId: string; control: M }[] } | null {
  const lastOf = (id: string | undefined) => models.findLast(({ armId }) => armId !== null && armId === id);
  const method = lastOf(arms.find(({ role }) => role === "method")?.id);
  if (!method) return null;
  const controls = arms.flatMap(({ id, role }) => {
    const control = role === "method" ? undefined : lastOf(id);
    return control ? [{ controlId: id, control }] : [];
  });
  return { method, controls };
}

/** The models that no later one of the same arm follows; of models in order. */
export const lastOfArms = <M extends Pick<Model, "armId">>(models: readonly M[]): M[] =>
  models.filter((model, index) => !models.some(({ armId }, later) => later > index && armId === model.armId));
