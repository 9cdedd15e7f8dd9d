export type { Admission } from "./admission.ts";
export { type Admissions, createAdmissions } from "./admissions.ts";
export { CallFailure, type CallFailureKind } from "./call-failure.ts";
export { type Cancellation, createSignalFollower } from "./cancellation.ts";
export { type Clock, systemClock } from "./clock.ts";
export { EndpointLimits } from "./limits.ts";
