export { type EnvironmentOptions, providePythonEnvironment } from "./provide-environment.ts";
export { requirementsOfThisMachine } from "./requirements.ts";
