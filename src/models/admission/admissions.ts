import { type Admission, createAdmission } from "./admission.ts";
import { type EndpointLimits, tightest } from "./limits.ts";

/** The admissions of a run, one for each endpoint, so that all models behind one share its limits. */
export interface Admissions {
  /**
   * The admission of an endpoint, made by the limits of all who announced themselves before the first call.
   *
   * `name` is what the endpoint is called in messages.
   */
  announce(endpoint: string, name: string, limits: EndpointLimits): () => Admission;
}

export function createAdmissions(): Admissions {
  const limitsOf = new Map<string, EndpointLimits>();
  const admissions = new Map<string, Admission>();
  return {
    announce(endpoint, name, limits) {
      const known = limitsOf.get(endpoint);
      limitsOf.set(endpoint, known ? tightest(known, limits) : limits);
      return () => {
        const admission = admissions.get(endpoint) ?? createAdmission(name, limitsOf.get(endpoint)!);
        admissions.set(endpoint, admission);
        return admission;
      };
    },
  };
}
