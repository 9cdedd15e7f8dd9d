export { assumedRates, type Bound, bounds } from "./assumptions.ts";
export { type CallMaterial, unknownProblem } from "./call-size.ts";
export { countRows } from "./count-rows.ts";
export { type Amount, type AmountRange, estimateRun, type StepEstimate, totalOf } from "./estimate-run.ts";
export { forecastRun, type Leaves } from "./forecast-run.ts";
export { modelOfInstructor } from "./rehearse.ts";
export { standingOf } from "./standing.ts";
export { type Sample, type SampleOptions, takeSample } from "./take-sample.ts";
