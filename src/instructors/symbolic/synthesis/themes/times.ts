/** As the days of a story, for schools. */
export const schooldays: readonly (readonly string[])[] = [
  ["on Monday", "on Tuesday", "on Wednesday", "on Thursday", "on Friday"],
  ["in the first week", "in the second week", "in the third week"],
];

/** Ways to tell the days of a story apart. */
export const weekdays: readonly (readonly string[])[] = [
  ["on Monday", "on Tuesday", "on Wednesday", "on Thursday", "on Friday"],
  ["on the first day", "on the second day", "on the third day", "on the fourth day"],
  ["on Saturday", "on Sunday"],
];

export const months: readonly (readonly string[])[] = [
  ["in January", "in February", "in March", "in April", "in May"],
  ["in June", "in July", "in August", "in September"],
  ["in the first week", "in the second week", "in the third week", "in the fourth week"],
];
