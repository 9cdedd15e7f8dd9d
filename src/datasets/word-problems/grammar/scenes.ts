import { parseTemplate } from "./template.ts";

/** Sentences that set a scene and say nothing of the problem. */
export const scenes = [
  "it is a {weather} {day} {moment} [in {season}|near {place}|]",
  "{who} lives [near|next to|across from|not far from] {place}",
  "{who} lives in {town} [with {his} {relative}|near {place}|and loves {hobby}|]",
  "{who} [loves|enjoys|likes] {hobby} [more than {pastime}|and {pastime}|every {season}|]",
  "{whose} {relative} is [visiting|coming over|staying] [this|for the] {season}",
  "{who} is getting ready for {event} [this {season}|on {day}|with {his} {relative}|]",
  "everyone in {whose} [family|street|class|school] is [busy with|talking about|excited about] {event}",
  "on {day} {moment} {who} [walks|runs|goes] to {place} [with {his} {relative}|]",
  "{who} is [sitting|waiting|resting] in {room} [after a long {moment}|this {moment}|]",
  "{who} and {his} {relative} [often talk about|both like|spend {day} on] {hobby}",
  "{whose} {relative} works as a {job} [in {town}|near {place}|]",
  "[this|last] {season} was [long|short|rainy|cold|warm] where {who} lives",
  "{whose} [favorite|best] day of the week is {day}",
  "{who} [comes|came] home from {place} [in the {moment}|with {his} {relative}|and feels happy]",
  "the {moment} is {weather} and {who} is [at home|at {place}|with {his} {relative}]",
  "{who} wants to be a {job} [one day|like {his} {relative}|]",
  "people [near|around|at] {place} [talk about|get ready for|look forward to] {event} [this {season}|]",
  "{who} has a [kind|funny|quiet|clever] {relative} who [loves|teaches|talks about] {hobby}",
  "{whose} {relative} [lives|works] [near|next to|behind] {place}",
  "{who} wakes up early on {day} [because of {event}|to help {his} {relative}|]",
].map(parseTemplate);

/** Sentences that may stand before the question. */
export const asides = [
  "{who} [writes|puts] everything [down|on paper] [in a notebook|at the table|]",
  "{whose} {relative} [asks about it|wants to know more|is curious]",
  "{who} [thinks about it|works it out] [on the way to {place}|in {room}|before dinner|]",
  "{who} is [happy|pleased|content] with that",
  "{who} tells {his} {relative} about it [on the phone|at {place}|over dinner|]",
  "nothing else [changes|happens] [that day|that {moment}|]",
].map(parseTemplate);
