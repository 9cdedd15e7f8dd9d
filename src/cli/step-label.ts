/** Where a step stands, as screens name it: "iteration 2 · select", "random-selection · end · train". */
export function stepLabel({ id, line }: { id: string; line: string }): string {
  const [, place = "", stage = ""] = id.split("/");
  const where = /^\d+$/.test(place) ? `iteration ${place}` : place;
  return [...(line === "method" ? [] : [line]), where, stage].join(" · ");
}
