/** Well known makes, by which a column of makes is told from others. Which vehicles there are is the vehicle table's to say. Pure. */
import { fold } from '../../../collections/understanding/vocabulary/fold.ts';

const MAKES = new Set(
  (
    'acura|alfa romeo|amc|aston martin|audi|bentley|bmw|buick|cadillac|chevrolet|chevy|chrysler|citroen|cupra|dacia|daewoo|daihatsu|daf|dodge|eagle|ferrari|fiat|ford|freightliner|genesis|geo|gmc|honda|hummer|hyundai|infiniti|isuzu|iveco|' +
    'jaguar|jeep|kia|lada|lamborghini|lancia|land rover|landrover|lexus|lincoln|lotus|man|maserati|mazda|mercedes|mercedes benz|mercury|mg|mini|mitsubishi|nissan|oldsmobile|opel|peugeot|plymouth|polestar|pontiac|porsche|ram|renault|rolls royce|rover|' +
    'saab|saturn|scion|seat|skoda|smart|ssangyong|subaru|suzuki|tesla|toyota|triumph|vauxhall|volkswagen|volvo|vw|yamaha|kawasaki|harley davidson|polaris|ktm|ducati|ac'
  ).split('|'),
);

/** True for the name of a well known make, and for several of them with a comma or a slash between. */
export function isKnownMake(text: string): boolean {
  const names = text.split(/[,/&]/u).map((name) => fold(name));
  return names.every((name) => MAKES.has(name));
}
