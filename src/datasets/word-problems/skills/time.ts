import { defineSkill } from "../skill.ts";

const plans = [
  ["homework", "pages", "page"],
  ["letters", "letters", "letter"],
  ["practice", "songs", "song"],
  ["sport", "exercises", "exercise"],
  ["cleaning", "windows", "window"],
  ["painting", "chairs", "chair"],
  ["drawing", "pictures", "picture"],
  ["office work", "phone calls", "phone call"],
] as const;

/** Hours turned into minutes, less one long and several equal short tasks. */
export const time = defineSkill({
  id: "time",
  name: "time and duration",
  draw: (random) => {
    const [work, tasks, task] = random.pick(plans);
    const hours = random.integer(3, 6);
    const minutes = hours * 60;
    const count = random.integer(3, 8);
    const each = random.integer(3, 12);
    const short = count * each;
    const pause = random.integer(8, 40);
    const busy = short + pause;
    return { work, tasks, task, hours, minutes, count, each, short, pause, busy, left: minutes - busy };
  },
  solution: [
    "{hours} hours are {hours} * 60 = {minutes} minutes.",
    "The {tasks} take {count} * {each} = {short} minutes.",
    "Used up are {short} + {pause} = {busy} minutes.",
    "That leaves {minutes} - {busy} = {left} minutes.",
  ],
  answer: "left",
  wordings: [
    {
      opening: [
        [
          "{who} has {hours} hours [of free time|for {work}|before {event}] [on {day}|in the {moment}|]",
          "there are {hours} hours until {whose} [train|bus|class|lesson] [on {day}|]",
          "{who} [plans|sets aside|keeps free] {hours} hours [for {work}|on {day}|in the {moment}]",
          "{whose} {relative} [comes|arrives|calls] in {hours} hours",
          "{who} [must|has to] [leave|stop] in {hours} hours",
        ],
      ],
      details: [
        [
          "{who} [works on|finishes] {count} {tasks} [and needs|in] {each} minutes [each|for each {task}]",
          "[each|every] one of {count} {tasks} takes [{whom}|] {each} minutes",
          "it takes {each} minutes for each of {count} {tasks}",
          "{count} {tasks} [take|need] {each} minutes each",
          "there are {count} {tasks} to do, and a {task} takes {each} minutes",
        ],
        [
          "{who} [rests|eats|sleeps|plays] for {pause} minutes",
          "a [talk|walk|meal|game] [with {friend}|] takes {pause} minutes",
          "{who} spends {pause} minutes [on {hobby}|with {friend}|at {place}]",
          "{friend} [comes by|visits] and stays for {pause} minutes",
          "{pause} minutes [are spent on|go to] [{hobby}|{pastime}|a meal|a rest]",
        ],
      ],
      question: [
        "how many minutes [are left|remain|does {who} have left] [after that|in the end|]",
        "how many minutes of [this|the] time [are not used|does {who} not use]",
        "how many free minutes does {who} [still have|have in the end]",
        "how much time is left [for {whom}|after all this|], in minutes",
        "how many minutes can {who} [use for something else|spend on other things]",
      ],
    },
  ],
  heldOutWordings: [
    {
      words: { tasks: "songs" },
      opening: [
        ["a radio show by {whom} lasts {hours} hours", "{who} speaks in a radio show of {hours} hours"],
        ["it plays {count} songs of {each} minutes", "{count} songs of {each} minutes are played"],
        ["the news fills {pause} minutes", "{pause} minutes are news"],
      ],
      question: [
        "for how many minutes do people talk in the show",
        "how many minutes of the show are for talking",
      ],
    },
    {
      words: { tasks: "runs" },
      opening: [
        [
          "a machine watched by {whom} may run for {hours} hours",
          "{who} may use a machine for {hours} hours",
        ],
        ["it has run {count} times, {each} minutes a time", "there were {count} runs, {each} minutes a run"],
        ["the test run at the start took {pause} minutes", "a test run of {pause} minutes came before"],
      ],
      question: [
        "how many more minutes may the machine run",
        "for how many more minutes is the machine allowed to run",
      ],
    },
    {
      words: { tasks: "stops" },
      opening: [
        [
          "a boat trip with {whom} as captain is to take {hours} hours",
          "as captain, {who} announces a boat trip of {hours} hours",
        ],
        ["the boat stops {count} times for {each} minutes", "{count} stops of {each} minutes are planned"],
        ["lunch on an island takes {pause} minutes", "{pause} minutes are for lunch on an island"],
      ],
      question: ["during how many minutes does the boat move", "how many minutes is the boat moving"],
    },
  ],
});
