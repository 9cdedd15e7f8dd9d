export { type Admissions, createAdmissions } from "./admissions.ts";
export { CallFailure, type CallFailureKind } from "./call-failure.ts";
export { type Clock, systemClock } from "./clock.ts";
export { EndpointLimits } from "./limits.ts";
