import type { Arm, ReportData } from "../../report-data.ts";
import type { Domain, Summary } from "../../summary/summary.ts";

/** What a section is drawn from: everything the run kept, and the figures made of it. */
export interface ReportView {
  data: ReportData;
  summary: Summary;
}

/** Headings of the two kinds of benchmark. */
export const domainTitle: Record<Domain, string> = {
  "in-domain": "In domain",
  "out-of-domain": "Out of domain",
};

/** Class that colours what belongs to an arm, the same in every figure. */
export const seriesOf = (arm: Arm): string => arm.role;

export const methodOf = ({ data }: ReportView): Arm | undefined =>
  data.arms.find(({ role }) => role === "method");

export const armTitle = ({ data }: ReportView, armId: string): string =>
  data.arms.find(({ id }) => id === armId)?.title ?? armId;

export const benchmarkTitle = ({ data }: ReportView, benchmarkId: string): string =>
  data.benchmarks.find(({ id }) => id === benchmarkId)?.title ?? benchmarkId;
