import type { Interval, PairedDifference } from "../foundation/statistics.ts";

const minus = "\u2212";
const signed = (value: number, digits: number): string => {
  const text = Math.abs(value).toFixed(digits);
  if (Number(text) === 0) return text;
  return `${value < 0 ? minus : "+"}${text}`;
};

/** A share as a percentage: 0.6662 is "66.6%". */
export const percent = (share: number, digits = 1): string => `${(share * 100).toFixed(digits)}%`;

/** The limits of a share as percentages: "62.4–70.6". */
export const percentRange = ({ low, high }: Interval): string =>
  `${(low * 100).toFixed(1)}\u2013${(high * 100).toFixed(1)}`;

/** A difference of shares in percentage points: 0.124 is "+12.4". */
export const points = (difference: number): string => signed(difference * 100, 1);

/** A difference of shares in whole percentage points: 0.05 is "+5". */
export const wholePoints = (difference: number): string => signed(difference * 100, 0);

/** "+8.3 to +16.4" */
export const pointsRange = ({ low, high }: Interval): string => `${points(low)} to ${points(high)}`;

/** "+12.4 (+8.3 to +16.4)" */
export const pointsWithRange = ({ value, interval }: PairedDifference): string =>
  `${points(value)} (${pointsRange(interval)})`;

/** "<0.001", "0.034" */
export const pValue = (p: number): string => (p < 0.001 ? "<0.001" : p.toFixed(3));

/** A count with thousands separated: "29,390". */
export const count = (value: number): string => Math.round(value).toLocaleString("en-US");

/** "1 problem", "3 problems" */
export const plural = (value: number, noun: string, nouns = `${noun}s`): string =>
  `${count(value)} ${value === 1 ? noun : nouns}`;

/** "0.4 s", "52 s", "3 min 52 s", "2 h 5 min" */
export function duration(seconds: number): string {
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** US dollars: "$0.0042", "$12.30". */
export const dollars = (value: number): string =>
  value > 0 && value < 0.1 ? `$${value.toFixed(4)}` : `$${value.toFixed(2)}`;

/** What was paid, in US dollars; "unknown cost" where it is null. */
export const cost = (value: number | null): string => (value === null ? "unknown cost" : dollars(value));

/** ", estimated for 3 calls that the server did not count"; nothing where it counted all. */
export const estimated = (calls: number): string =>
  calls === 0 ? "" : `, estimated for ${plural(calls, "call")} that the server did not count`;

/** An ISO time as people write it: "2026-03-01 14:05 UTC". */
export const instant = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
