import { defineSkill } from "../skill.ts";

const trips = [
  ["drives", "car", 30, 70],
  ["rides", "bike", 8, 16],
  ["travels", "train", 40, 90],
  ["rides", "bus", 20, 50],
  ["sails", "boat", 6, 15],
  ["drives", "truck", 25, 60],
] as const;

/** Two stretches at different speeds, and what remains of the way. */
export const distance = defineSkill({
  id: "distance",
  name: "speed and distance",
  draw: (random) => {
    const [moves, vehicle, low, high] = random.pick(trips);
    const rounded = high > 20 ? 5 : 1;
    const speed = random.integer(low / rounded, high / rounded) * rounded;
    const speed2 = random.integer(low / rounded, high / rounded) * rounded;
    const hours = random.integer(2, 5);
    const hours2 = random.integer(2, 5);
    const first = speed * hours;
    const second = speed2 * hours2;
    const done = first + second;
    const left = random.integer(5, 60);
    return { moves, vehicle, speed, speed2, hours, hours2, first, second, done, left, way: done + left };
  },
  solution: [
    "The first part is {speed} * {hours} = {first} miles.",
    "The second part is {speed2} * {hours2} = {second} miles.",
    "Together that is {first} + {second} = {done} miles.",
    "The rest is {way} - {done} = {left} miles.",
  ],
  answer: "left",
  wordings: [
    {
      opening: [
        [
          "{whose} [trip|way] [to {friend}|by {vehicle}|home|] is {way} miles long",
          "{who} [starts|plans|begins] a [trip|journey] of {way} miles [by {vehicle}|on {day}|to see {friend}]",
          "it is {way} miles from {whose} [house|home] to [{friend}|the house of {friend}|the sea]",
          "{who} wants to [go|travel] {way} miles by {vehicle} [on {day}|with {friend}|]",
          "{friend} lives {way} miles away from {whom}",
          "to [reach|visit|meet] {friend}, {who} must [go|travel] {way} miles [by {vehicle}|]",
          "{whose} {relative} waits for {whom} {way} miles away",
          "between {whom} and [the sea|the lake|{friend}] there are {way} miles",
        ],
        [
          "{who} {moves} for {hours} hours at {speed} miles [an|per] hour [on {day}|first|]",
          "[first|in the morning|at the start] {who} {moves} at {speed} miles [an|per] hour for {hours} hours",
          "for [the first|] {hours} hours {whose} speed is {speed} miles [an|per] hour",
          "the {vehicle} [goes|moves] {speed} miles [an|per] hour for the first {hours} hours",
          "{who} [covers|does] {speed} miles in each of the first {hours} hours",
          "[each|every] hour {who} {moves} {speed} miles, and this goes on for {hours} hours",
          "{who} keeps up {speed} miles [an|per] hour [until lunch|on good roads|], which is {hours} hours",
        ],
        [
          "[then|after a rest|after lunch] {who} {moves} for {hours2} hours at {speed2} miles [an|per] hour",
          "for the [next|following] {hours2} hours the speed is {speed2} miles [an|per] hour",
          "[then|later|after that] the {vehicle} [goes|moves] {speed2} miles [an|per] hour for {hours2} hours",
          "in each of the next {hours2} hours {who} [covers|does] {speed2} miles",
          "{who} [continues|goes on] at {speed2} miles [an|per] hour for {hours2} hours [in the rain|in the sun|]",
          "[because of the weather|with {friend}|in the hills] it is {speed2} miles [an|per] hour for {hours2} more hours",
          "{hours2} hours follow at {speed2} miles [an|per] hour [in the rain|in the sun|near {place}|]",
        ],
      ],
      question: [
        "how many miles [are left|remain|does {who} still have to go] [in the end|after that|]",
        "how many miles [is it still|must {who} still go] [to the end|]",
        "how far is the rest of the way, in miles",
        "how many miles of the [trip|way] [are not done yet|are still to do|does {who} have left]",
        "what is the [length|distance] of the rest [of the trip|], in miles",
        "how [long|far] is it from there, in miles",
        "how many more miles [lie ahead|must follow|are there] [for {whom}|]",
      ],
    },
  ],
  heldOutWordings: [
    {
      opening: [
        [
          "a bird watched by {whom} flies {way} miles to the south",
          "{who} watches a bird that flies {way} miles to the south",
        ],
        [
          "it flies {speed} miles every hour for {hours} hours",
          "for {hours} hours it flies {speed} miles every hour",
        ],
        [
          "against the wind it flies {speed2} miles every hour for {hours2} hours",
          "for {hours2} hours against the wind it flies {speed2} miles every hour",
        ],
      ],
      question: ["how many miles does the bird still fly", "how many miles lie before the bird"],
    },
    {
      opening: [
        [
          "a road of {way} miles is to be cleared of snow by {whom}",
          "{who} has to clear {way} miles of road of snow",
        ],
        [
          "the plow clears {speed} miles an hour during {hours} hours",
          "during {hours} hours the plow clears {speed} miles an hour",
        ],
        [
          "at night {hours2} hours pass at {speed2} miles an hour",
          "at night it clears {speed2} miles an hour during {hours2} hours",
        ],
      ],
      question: ["how many miles of road still have snow", "how many miles of snow are left on the road"],
    },
    {
      opening: [
        [
          "{whose} map shows {way} miles between two cities",
          "two cities on a map that {who} reads are {way} miles apart",
        ],
        [
          "a train leaves one city and does {speed} miles an hour for {hours} hours",
          "from one city a train does {speed} miles an hour for {hours} hours",
        ],
        [
          "a second train leaves the other city and does {speed2} miles an hour for {hours2} hours towards it",
          "from the other city a second train comes towards it at {speed2} miles an hour for {hours2} hours",
        ],
      ],
      question: ["how many miles are then between the trains", "how far apart are the trains then, in miles"],
    },
  ],
});
