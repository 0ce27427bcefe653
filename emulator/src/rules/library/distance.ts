/** Distances on the globe. */

const earthRadiusInMetres = 6_371_010;

interface Place {
  /** Degrees. */
  readonly latitude: number;
  readonly longitude: number;
}

/** The great-circle distance (haversine formula) between two places. */
export function distanceInMetres(from: Place, to: Place): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const halfChord = (a: number, b: number) => Math.sin(radians(b - a) / 2) ** 2;
  const chord =
    halfChord(from.latitude, to.latitude) +
    Math.cos(radians(from.latitude)) *
      Math.cos(radians(to.latitude)) *
      halfChord(from.longitude, to.longitude);
  return 2 * earthRadiusInMetres * Math.asin(Math.min(1, Math.sqrt(chord)));
}
