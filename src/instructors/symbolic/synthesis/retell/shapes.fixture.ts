import type { CalculationGraph } from "../chain/calculation.ts";
import { readChain } from "../chain/read-chain.ts";
import { simplifyChain } from "../chain/simplify-chain.ts";

/** Chains of many shapes, each as the question's numbers in some words and the steps of a solution. */
const sources: Record<string, [numbers: string, steps: string[]]> = {
  "product of three": ["3 and 4 and 5", ["3*4=12", "12*5=60"]],
  "sum of products": ["3, 4, 6 and 7", ["3*4=12", "6*7=42", "12+42=54"]],
  "product less a number": ["8, 9 and 10", ["8*9=72", "72-10=62"]],
  "difference, shared": ["50, 8 and 6", ["50-8=42", "42/6=7"]],
  "difference, sold": ["50, 8 and 3", ["50-8=42", "42*3=126"]],
  "several taken": ["90, 15, 20 and 25", ["15+20=35", "35+25=60", "90-60=30"]],
  "half of another": ["48, half", ["48/2=24", "48+24=72"]],
  "several times another": ["6, twice, three times", ["6*2=12", "12*3=36", "6+12=18", "18+36=54"]],
  "percentage left": ["20% of 50", ["50*.2=10", "50-10=40"]],
  "percentage, then percentage": ["80, 25%, 50%", ["80*.25=20", "80-20=60", "60*.5=30", "60-30=30"]],
  "what remains of a hundred": ["40% of 60", ["100-40=60", "60*60/100=36"]],
  "percentage more, times": ["20% more than 40, at 3", ["40*20/100=8", "40+8=48", "48*3=144"]],
  "fraction of a product": ["5, 12 and 2/3", ["5*12=60", "60*2/3=40"]],
  "rate by example": ["36, 4 and 7", ["36/4=9", "9*7=63"]],
  "goal less what there is": ["90, 3 and 12", ["3*12=36", "90-36=54"]],
  "days for the rest": ["90, 30 and 12", ["90-30=60", "60/12=5"]],
  average: ["12, 20 and 28, by 3", ["12+20=32", "32+28=60", "60/3=20"]],
  "minutes to hours": ["4 days of 45 minutes", ["4*45=180", "180/60=3"]],
  "weeks of days": ["6 a day for 3 weeks", ["3*7=21", "21*6=126"]],
  dozens: ["5 dozen, 8 gone", ["5*12=60", "60-8=52"]],
  "profit of two": ["5, 9, 4, 6 and 10", ["5*9=45", "4*6=24", "45+24=69", "69-10=59"]],
  "cheaper by some": ["9, 2 and 14", ["9-2=7", "7*14=98"]],
};

/** The name and the graph of every shape. */
export const shapes: readonly (readonly [name: string, graph: CalculationGraph])[] = Object.entries(
  sources,
).map(([name, [question, steps]]) => {
  const solution = steps.map((step) => `<<${step}>>`).join("\n");
  const chain = readChain({ id: name, question, solution, answer: steps.at(-1)!.split("=")[1]! });
  return [name, simplifyChain(chain!)!] as const;
});
