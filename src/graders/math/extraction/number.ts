/**
 * Numbers as people and models write them: a sign, a currency, thousands separators, decimals, a fraction or a mixed
 * number, a power of ten, a ratio or a time of day, a percent or degree sign. No part can be read in two ways, so that
 * reading is linear.
 */
const separated = String.raw`\d{1,3}(?:(?:,\s?\\?!?\s?|\\,|\{\s?,\s?\}\s?)\d{3})+(?!\d)`;
const spaced = String.raw`\d{1,3}(?:[ \u00a0\u2009\u202f']\d{3})+(?![\d/])`;
const decimals = String.raw`(?:\.\d+)?`;
const whole = String.raw`(?:${separated}|${spaced}|\d+)`;
const magnitude = String.raw`(?:${whole}${decimals}|\.\d+)`;
const fraction = String.raw`(?: \d{1,6}\/\d{1,6}(?!\d)|\s?\/\s?${magnitude})?`;
const exponent = String.raw`(?:[eE][+-]?\d{1,6}\b|\s?(?:×|\\times|\*)\s?10\^(?:\{[+-]?\d{1,6}\}|[+-]?\d{1,6}))?`;
const clock = String.raw`(?::\d{1,6}){0,3}`;
const currency = String.raw`(?:\\?\$|US\$|€|£|¥|₹)\s?`;
const suffix = String.raw`(?:\s?\\?%|\s?°C?|\s?\^\\circ|\s?(?:[ap]\.m\.|(?:percent|per cent|pct|degrees|am|pm|AM|PM)\b)|\s?[€£¥])?`;
const sign = String.raw`(?:[-+−–]\s?)?`;

export const numberSource = `${sign}(?:${currency})?${sign}${magnitude}${exponent}${fraction}${clock}${suffix}`;
