/** Words that any story may use and that carry no number. */
export const wordLists: Readonly<Record<string, readonly string[]>> = {
  day: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  moment: ["morning", "afternoon", "evening"],
  weather: ["sunny", "rainy", "cold", "warm", "windy", "cloudy", "quiet", "busy"],
  season: ["spring", "summer", "autumn", "winter"],
  place: ["the park", "the school", "the library", "the river", "the station", "the market", "the harbor"],
  town: ["a small town", "a village", "a big city", "a valley", "an old house", "a tall building"],
  hobby: ["music", "sports", "painting", "gardening", "cooking", "games", "reading", "hiking", "swimming"],
  pastime: ["chess", "dancing", "fishing", "cycling", "singing", "baking", "drawing", "running"],
  event: ["a party", "a festival", "the school fair", "a wedding", "the holidays", "a picnic", "a concert"],
  children: ["children", "friends", "cousins", "students", "neighbors", "players", "guests", "kids"],
  gathers: ["collects", "finds", "packs", "counts", "carries", "brings"],
  room: ["the kitchen", "the garage", "the garden", "the attic", "the hall", "the yard"],
  job: ["nurse", "teacher", "driver", "baker", "painter", "farmer", "singer", "gardener", "cook"],
};
