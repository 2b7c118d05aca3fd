// The checks in full: the list of bugs to search, and the picture of a layer's weights.
import "./heatmap.js";
import { menus, switches } from "./switches.js";

menus();
switches();
