import { answerTasks } from "./answer-tasks.ts";

/** Does what its task says: stands still, ends the thread, throws, or echoes. */
answerTasks((task: string) => {
  if (task === "stand still") for (;;);
  if (task === "end") process.exit(3);
  if (task === "throw") throw new Error("this one fails");
  return task;
});
