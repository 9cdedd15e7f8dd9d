import { z } from "zod";

/**
 * The kinds of mistake that LEMMA tells apart (papers' section 2.2), under the labels of its authors' code. One name for
 * one kind: what their injection calls `question_misinterpretation` is `question_understanding_error` here as well.
 */
export const MistakeLabel = z.enum([
  "calculation_error",
  "counting_error",
  "question_understanding_error",
  "referencing_context_value_error",
  "referencing_previous_step_value_error",
  "unit_conversion_error",
  "operator_error",
  "missing_step",
  "confusing_formula_error",
  "confusing_concept_error",
  "adding_irrelevant_information",
  "nonsense_output_error",
]);
export type MistakeLabel = z.infer<typeof MistakeLabel>;

export const mistakeLabels: readonly MistakeLabel[] = MistakeLabel.options;
