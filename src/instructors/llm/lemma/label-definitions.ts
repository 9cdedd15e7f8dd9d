import type { MistakeLabel } from "../../../domain/mistake-label.ts";

/** The kinds of mistake (papers' section 2.2), as the instructor is told of them; words and examples are our own. */
export const labelDefinitions: Readonly<
  Record<MistakeLabel, { readonly definition: string; readonly example: string }>
> = {
  calculation_error: {
    definition: "The right expression is written down and worked out wrongly.",
    example: "7 * 8 = 54.",
  },
  counting_error: {
    definition:
      "Things, days, terms or cases are counted wrongly: one is left out, counted twice, or an end is missed.",
    example: "The days from Monday to Friday, both included, are taken for four.",
  },
  question_understanding_error: {
    definition:
      "A condition or the aim of the question is overlooked or taken for another, so that something else is solved.",
    example: "It is asked how many cookies are left, and the answer is how many were eaten.",
  },
  referencing_context_value_error: {
    definition:
      "A number or property from the question is used wrongly: copied wrongly, or taken of another thing.",
    example: "Anna has 12 cards and Ben has 21, and a step calculates with 21 cards for Anna.",
  },
  referencing_previous_step_value_error: {
    definition:
      "A result of an earlier step is used wrongly: copied wrongly, taken of another step, or contradicted.",
    example: "The first step finds 36 eggs, and the third goes on with 63.",
  },
  unit_conversion_error: {
    definition: "A unit is converted by a wrong factor, or units are mixed without being converted.",
    example: "90 minutes are taken for 0.9 hours.",
  },
  operator_error: {
    definition: "The right numbers are joined by one wrong operation.",
    example: "A discount of 5 dollars is added to the price: 40 + 5 = 45.",
  },
  missing_step: {
    definition: "A step that the answer needs is left out, and the solution goes on as if it were done.",
    example: "The price before tax is given as what is paid; the tax is never added.",
  },
  confusing_formula_error: {
    definition: "A formula is taken that does not belong there, or is remembered wrongly.",
    example: "The perimeter of a rectangle is calculated as length times width.",
  },
  confusing_concept_error: {
    definition: "Two similar concepts are taken for each other.",
    example: "The diameter is used where the radius belongs.",
  },
  adding_irrelevant_information: {
    definition: "Something is made up that neither the question nor an earlier step says, and is built on.",
    example: "A delivery fee is subtracted that the question does not know of.",
  },
  nonsense_output_error: {
    definition: "There is no reasoning to follow: the text repeats itself or is about something else.",
    example: "The same line is written again and again.",
  },
};
