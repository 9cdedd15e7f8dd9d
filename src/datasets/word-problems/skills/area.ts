import { defineSkill } from "../skill.ts";

const surfaces = [
  ["floor", "a cupboard", "wood"],
  ["garden", "a pond", "grass"],
  ["wall", "a window", "paint"],
  ["yard", "a shed", "gravel"],
  ["roof", "a chimney", "slate"],
  ["court", "a bench", "sand"],
  ["terrace", "a flower bed", "stone"],
  ["hall", "a stage", "carpet"],
] as const;

/** The price of covering a rectangle, less a part that stays free. */
export const area = defineSkill({
  id: "area",
  name: "area",
  draw: (random) => {
    const [surface, gap, material] = random.pick(surfaces);
    const length = random.integer(6, 14);
    const width = random.integer(4, 9);
    const whole = length * width;
    const free = random.integer(3, 15);
    const covered = whole - free;
    const price = random.integer(2, 9);
    return { surface, gap, material, length, width, whole, free, covered, price, cost: covered * price };
  },
  solution: [
    "The {surface} measures {length} * {width} = {whole} square feet.",
    "To cover are {whole} - {free} = {covered} square feet.",
    "The cost is {covered} * {price} = {cost} dollars.",
  ],
  answer: "cost",
  wordings: [
    {
      opening: [
        [
          "{who} has a {surface} that is {length} feet long and {width} feet wide",
          "{whose} {surface} [is|measures] {length} feet by {width} feet",
          "the {surface} [near {place}|that {who} owns|at {whose} house] is {length} feet long and {width} feet wide",
          "{who} [plans|works on|pays for] a {surface} of {length} feet by {width} feet",
          "{who} and {friend} look at a {surface} with sides of {length} feet and {width} feet",
          "{length} feet is the length of {whose} {surface}, and its width is {width} feet",
          "{friend} [helps {whom} with|draws|measures] a {surface} with a length of {length} feet and a width of {width} feet",
          "the [long|longer] side of {whose} {surface} is {length} feet, and the other side is {width} feet",
          "[at home|near {place}|in {town}] {who} has a {surface}, {width} feet wide and {length} feet long",
          "a [new|large|pretty] {surface} that {who} plans is {width} feet by {length} feet",
        ],
        [
          "{gap} [takes up|covers|needs] {free} square feet [of it|]",
          "{free} square feet [of the {surface}|of it|] are [taken up by|left free for|lost to] {gap}",
          "{gap} of {free} square feet [is left out|is not covered|does not count]",
          "[in one corner|at one end|on one side] {gap} takes up {free} square feet",
          "{who} [leaves|keeps] {free} square feet free for {gap}",
          "{friend} [plans|wants|adds] {gap} of {free} square feet, where nothing goes",
          "nothing goes on {free} square feet because of {gap}",
          "{who} does not count {gap}, which [covers|takes up] {free} square feet",
          "[it has|there is] {gap} that [fills|covers] {free} square feet",
          "there is {gap} of {free} square feet, which stays as it is",
        ],
        [
          "[for|to cover] [a|one|each] square foot {who} [pays|needs] {price} dollars of {material}",
          "{friend} sells {material} for {price} dollars [a|per] square foot",
          "{who} [covers|wants to cover] the rest with {material} at {price} dollars [a|per] square foot",
          "{friend} asks {price} dollars for each square foot of {material}",
          "the price of {material} is {price} dollars [for each|per|a] square foot",
          "[a shop|a store|someone] near {place} [has|sells|offers] {material} for {price} dollars [a|per] square foot",
          "the rest is [covered|filled] with {material}, and a square foot [costs|is] {price} dollars",
          "with {price} dollars {who} can pay for [one|a] square foot of {material}",
          "{whose} {relative} brings {material} for {price} dollars [a|per] square foot",
          "{who} [finds|orders|chooses] {material} that costs {price} dollars [a|per|for a] square foot",
        ],
      ],
      question: [
        "how many dollars does {who} [pay|spend|need] [for the {material}|in all|]",
        "how many dollars [does it take|are needed] to cover the rest of the {surface}",
        "what is the [cost|price] of the {material} [for the rest|], in dollars",
        "how many dollars does the {material} cost {whom}",
        "what does {who} pay to cover the rest, in dollars",
        "how [large|high] is the bill for the {material}, in dollars",
        "how many dollars must {who} [save|bring|have] for this",
        "what does all the {material} cost [together|], in dollars",
      ],
    },
  ],
  heldOutWordings: [
    {
      opening: [
        [
          "a drawing by {whom} shows a {surface}, {length} feet in length and {width} feet across",
          "{who} draws a {surface}, {length} feet in length and {width} feet across",
        ],
        [
          "a part marked with a cross covers {free} square feet",
          "a cross marks {free} square feet that need nothing",
        ],
        [
          "elsewhere a square foot needs {material} for {price} dollars",
          "{price} dollars of {material} cover each of the other square feet",
        ],
      ],
      question: [
        "what total in dollars belongs under the drawing",
        "how many dollars of {material} does the drawing call for",
      ],
    },
    {
      opening: [
        [
          "{who} offers a service for a {surface} at {price} dollars per square foot",
          "per square foot of a {surface}, {who} is paid {price} dollars",
        ],
        [
          "a customer's {surface} stretches {length} feet one way and {width} feet the other way",
          "one way the customer's {surface} stretches {length} feet, the other way {width} feet",
        ],
        ["{free} square feet were done last year", "last year {free} square feet were finished"],
      ],
      question: [
        "how many dollars does the customer owe for the work that remains",
        "what is owed for the work that remains, in dollars",
      ],
    },
    {
      opening: [
        [
          "the sides of a {surface} that {who} rents are {length} and {width} feet",
          "{who} rents a {surface} whose sides are {length} and {width} feet",
        ],
        ["the owner holds back {free} square feet", "{free} square feet are used by the owner"],
        ["the rent is {price} dollars for a square foot", "for a square foot the rent is {price} dollars"],
      ],
      question: ["how many dollars of rent are paid", "what rent does {who} owe, in dollars"],
    },
  ],
});
