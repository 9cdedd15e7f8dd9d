import { type Admission, type AdmissionSurroundings, createAdmission } from "./admission.ts";
import { type EndpointLimits, tightest } from "./limits.ts";

/** The admissions of a run, one for each endpoint, so that all models behind one share its limits. */
export interface Admissions {
  /**
   * Announces a model of an endpoint; the result gives the admission once the first call is made, by the tightest limits
   * of all who were announced until then.
   *
   * `name` is what the endpoint is called in messages.
   */
  announce(endpoint: string, name: string, limits: EndpointLimits): () => Admission;
}

export function createAdmissions(surroundings: AdmissionSurroundings = {}): Admissions {
  const limitsOf = new Map<string, EndpointLimits>();
  const admissions = new Map<string, Admission>();
  return {
    announce(endpoint, name, limits) {
      const known = limitsOf.get(endpoint);
      limitsOf.set(endpoint, known ? tightest(known, limits) : limits);
      return () => {
        const admission =
          admissions.get(endpoint) ?? createAdmission(name, limitsOf.get(endpoint)!, surroundings);
        admissions.set(endpoint, admission);
        return admission;
      };
    },
  };
}
