import { answerTasks } from "./answer-tasks.ts";
import { judgeAnswer } from "./judge-answer.ts";

answerTasks(judgeAnswer);
