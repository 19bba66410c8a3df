/** Where the people of the demo live. */
interface Where {
  readonly place: string;
  readonly country: string;
  readonly timeZone: string;
}
const at = (place: string, country: string, timeZone: string): Where => ({ place, country, timeZone });

export const places = {
  accra: at("Accra", "GH", "Africa/Accra"),
  addis: at("Addis Ababa", "ET", "Africa/Addis_Ababa"),
  amman: at("Amman", "JO", "Asia/Amman"),
  athens: at("Athens", "GR", "Europe/Athens"),
  auckland: at("Auckland", "NZ", "Pacific/Auckland"),
  barcelona: at("Barcelona", "ES", "Europe/Madrid"),
  beirut: at("Beirut", "LB", "Asia/Beirut"),
  bengaluru: at("Bengaluru", "IN", "Asia/Kolkata"),
  berlin: at("Berlin", "DE", "Europe/Berlin"),
  bogota: at("Bogotá", "CO", "America/Bogota"),
  bradford: at("Bradford", "GB", "Europe/London"),
  bristol: at("Bristol", "GB", "Europe/London"),
  buenosAires: at("Buenos Aires", "AR", "America/Argentina/Buenos_Aires"),
  cairo: at("Cairo", "EG", "Africa/Cairo"),
  capeTown: at("Cape Town", "ZA", "Africa/Johannesburg"),
  dhaka: at("Dhaka", "BD", "Asia/Dhaka"),
  dublin: at("Dublin", "IE", "Europe/Dublin"),
  edinburgh: at("Edinburgh", "GB", "Europe/London"),
  granada: at("Granada", "ES", "Europe/Madrid"),
  istanbul: at("Istanbul", "TR", "Europe/Istanbul"),
  karachi: at("Karachi", "PK", "Asia/Karachi"),
  kathmandu: at("Kathmandu", "NP", "Asia/Kathmandu"),
  kyiv: at("Kyiv", "UA", "Europe/Kyiv"),
  lagos: at("Lagos", "NG", "Africa/Lagos"),
  leeds: at("Leeds", "GB", "Europe/London"),
  lima: at("Lima", "PE", "America/Lima"),
  lisbon: at("Lisbon", "PT", "Europe/Lisbon"),
  london: at("London", "GB", "Europe/London"),
  madrid: at("Madrid", "ES", "Europe/Madrid"),
  malaga: at("Málaga", "ES", "Europe/Madrid"),
  manchester: at("Manchester", "GB", "Europe/London"),
  manila: at("Manila", "PH", "Asia/Manila"),
  mexico: at("Ciudad de México", "MX", "America/Mexico_City"),
  montreal: at("Montréal", "CA", "America/Toronto"),
  nairobi: at("Nairobi", "KE", "Africa/Nairobi"),
  newYork: at("New York", "US", "America/New_York"),
  paris: at("Paris", "FR", "Europe/Paris"),
  rabat: at("Rabat", "MA", "Africa/Casablanca"),
  sanFrancisco: at("San Francisco", "US", "America/Los_Angeles"),
  santiago: at("Santiago de Chile", "CL", "America/Santiago"),
  seoul: at("Seoul", "KR", "Asia/Seoul"),
  seville: at("Sevilla", "ES", "Europe/Madrid"),
  sheffield: at("Sheffield", "GB", "Europe/London"),
  singapore: at("Singapore", "SG", "Asia/Singapore"),
  stockholm: at("Stockholm", "SE", "Europe/Stockholm"),
  tokyo: at("Tokyo", "JP", "Asia/Tokyo"),
  toronto: at("Toronto", "CA", "America/Toronto"),
  warsaw: at("Warsaw", "PL", "Europe/Warsaw"),
} as const satisfies Readonly<Record<string, Where>>;

export type Place = keyof typeof places;
