import { describe, expect, it } from "vitest";
import { createAdmissions } from "./admissions.ts";
import { EndpointLimits } from "./limits.ts";

const limits = (given: Partial<EndpointLimits>) => EndpointLimits.parse(given);

describe("createAdmissions", () => {
  it("gives all models of an endpoint one admission, with the tightest of their limits", () => {
    const admissions = createAdmissions();
    const target = admissions.announce("a", "A", limits({ concurrency: 8 }));
    const instructor = admissions.announce("a", "A", limits({ concurrency: 3, requestsPerMinute: 60 }));
    const other = admissions.announce("b", "B", limits({}));
    expect(target()).toBe(instructor());
    expect(target().concurrency).toBe(3);
    expect(other()).not.toBe(target());
    expect(other().concurrency).toBe(256);
  });
});
