/** On a site: what the buttons under a page's quizzes do. It is loaded when one is pressed. */
import { features } from "../registry.js";
import { forget } from "./forget.js";
import { printed } from "./print.js";

features.tool = (button) => {
  const { tool } = button.dataset;
  if (tool === "forget") void forget(button);
  else if (tool) printed(tool === "with-answers");
};
