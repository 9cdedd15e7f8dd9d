import type { Theme } from "../retell/vocabulary.ts";
import { bakery } from "./bakery.ts";
import { beads } from "./beads.ts";
import { cards } from "./cards.ts";
import { classroom } from "./classroom.ts";
import { cycling } from "./cycling.ts";
import { delivery } from "./delivery.ts";
import { eggs } from "./eggs.ts";
import { fundraiser } from "./fundraiser.ts";
import { garden } from "./garden.ts";
import { harbor } from "./harbor.ts";
import { knitting } from "./knitting.ts";
import { library } from "./library.ts";
import { music } from "./music.ts";
import { orchard } from "./orchard.ts";
import { reading } from "./reading.ts";
import { savings } from "./savings.ts";
import { schoolTrip } from "./school-trip.ts";
import { shopping } from "./shopping.ts";
import { theater } from "./theater.ts";
import { water } from "./water.ts";
import { woodshop } from "./woodshop.ts";

/** Every setting that stories are told in. */
export const themes: readonly Theme[] = [
  bakery,
  beads,
  cards,
  classroom,
  cycling,
  delivery,
  eggs,
  fundraiser,
  garden,
  harbor,
  knitting,
  library,
  music,
  orchard,
  reading,
  savings,
  schoolTrip,
  shopping,
  theater,
  water,
  woodshop,
];
