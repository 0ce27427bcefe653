/** The sentences of suggestions in four languages. Plain, and always with the words that a suggestion rests on. */
import type { PHOTO_ISSUES, SuggestionLanguage, SuggestionSource } from '@docket/model/listing/suggestions';

/** Sources that have words to be named. */
type WordSource = Exclude<SuggestionSource, 'colour' | 'similar_items'>;

export interface Phrases {
  /** Puts words into quotation marks. */
  quote: (words: string) => string;
  /** "Read on the photo: …". */
  found: Record<WordSource, (words: string) => string>;
  colours: (names: string) => string;
  /** Colours of the whole photo, since there is no plain background. */
  coloursOfPhoto: (names: string) => string;
  price: (items: string, count: number) => string;
  /** Put behind the reason of a guess. */
  unsure: string;
  /** Parts of a description. */
  textOnItem: (words: string) => string;
  brand: string;
  model: string;
  size: string;
  colour: string;
  material: string;
  issues: Record<(typeof PHOTO_ISSUES)[number], (of: string) => string>;
}

export const PHRASES: Readonly<Record<SuggestionLanguage, Phrases>> = {
  en: {
    quote: (words) => `“${words}”`,
    found: {
      text: (words) => `Read on the photo: ${words}.`,
      label: (words) => `The photo shows: ${words}.`,
      file_name: (words) => `From the file name: ${words}.`,
      exif: (words) => `From the caption in the photo: ${words}.`,
    },
    colours: (names) => `Most of the item is ${names}.`,
    coloursOfPhoto: (names) =>
      `Most of the photo is ${names}; the item cannot be told from its surroundings.`,
    price: (items, count) => `The middle price of ${count} similar items: ${items}.`,
    unsure: 'This is a guess.',
    textOnItem: (words) => `Text on the item: ${words}.`,
    brand: 'Brand',
    model: 'Model',
    size: 'Size',
    colour: 'Colour',
    material: 'Material',
    issues: {
      blurred: () => 'The photo is blurred. Hold the camera still and take it again.',
      dark: () => 'The photo is dark. Take it again with more light.',
      burnt_out: () => 'Parts of the photo are burnt out. Take it again with less light.',
      small: () => 'The photo is small. Buyers see more on one of at least 800 pixels.',
      duplicate: (of) => `The photo is the same as ${of}.`,
    },
  },
  de: {
    quote: (words) => `„${words}“`,
    found: {
      text: (words) => `Auf dem Foto gelesen: ${words}.`,
      label: (words) => `Das Foto zeigt: ${words}.`,
      file_name: (words) => `Aus dem Dateinamen: ${words}.`,
      exif: (words) => `Aus der Bildbeschreibung im Foto: ${words}.`,
    },
    colours: (names) => `Der größte Teil des Artikels ist ${names}.`,
    coloursOfPhoto: (names) =>
      `Der größte Teil des Fotos ist ${names}; der Artikel hebt sich nicht von seiner Umgebung ab.`,
    price: (items, count) => `Der mittlere Preis von ${count} ähnlichen Artikeln: ${items}.`,
    unsure: 'Das ist eine Vermutung.',
    textOnItem: (words) => `Text auf dem Artikel: ${words}.`,
    brand: 'Marke',
    model: 'Modell',
    size: 'Größe',
    colour: 'Farbe',
    material: 'Material',
    issues: {
      blurred: () => 'Das Foto ist unscharf. Halten Sie die Kamera ruhig und nehmen Sie es noch einmal auf.',
      dark: () => 'Das Foto ist dunkel. Nehmen Sie es mit mehr Licht noch einmal auf.',
      burnt_out: () => 'Teile des Fotos sind überbelichtet. Nehmen Sie es mit weniger Licht noch einmal auf.',
      small: () => 'Das Foto ist klein. Ab 800 Pixeln sehen Käufer mehr.',
      duplicate: (of) => `Das Foto ist das gleiche wie ${of}.`,
    },
  },
  fr: {
    quote: (words) => `« ${words} »`,
    found: {
      text: (words) => `Lu sur la photo : ${words}.`,
      label: (words) => `La photo montre : ${words}.`,
      file_name: (words) => `D’après le nom du fichier : ${words}.`,
      exif: (words) => `D’après la légende de la photo : ${words}.`,
    },
    colours: (names) => `Couleur dominante de l’article : ${names}.`,
    coloursOfPhoto: (names) =>
      `Couleur dominante de la photo : ${names} ; l’article ne se distingue pas de ce qui l’entoure.`,
    price: (items, count) => `Le prix médian de ${count} articles semblables : ${items}.`,
    unsure: 'C’est une supposition.',
    textOnItem: (words) => `Texte sur l’article : ${words}.`,
    brand: 'Marque',
    model: 'Modèle',
    size: 'Taille',
    colour: 'Couleur',
    material: 'Matière',
    issues: {
      blurred: () => 'La photo est floue. Tenez l’appareil immobile et reprenez-la.',
      dark: () => 'La photo est sombre. Reprenez-la avec plus de lumière.',
      burnt_out: () => 'Des parties de la photo sont surexposées. Reprenez-la avec moins de lumière.',
      small: () => 'La photo est petite. À partir de 800 pixels, les acheteurs en voient plus.',
      duplicate: (of) => `La photo est la même que ${of}.`,
    },
  },
  es: {
    quote: (words) => `«${words}»`,
    found: {
      text: (words) => `Leído en la foto: ${words}.`,
      label: (words) => `La foto muestra: ${words}.`,
      file_name: (words) => `Del nombre del archivo: ${words}.`,
      exif: (words) => `De la descripción guardada en la foto: ${words}.`,
    },
    colours: (names) => `Color principal del artículo: ${names}.`,
    coloursOfPhoto: (names) =>
      `Color principal de la foto: ${names}; el artículo no se distingue de lo que lo rodea.`,
    price: (items, count) => `El precio mediano de ${count} artículos parecidos: ${items}.`,
    unsure: 'Es una suposición.',
    textOnItem: (words) => `Texto en el artículo: ${words}.`,
    brand: 'Marca',
    model: 'Modelo',
    size: 'Talla',
    colour: 'Color',
    material: 'Material',
    issues: {
      blurred: () => 'La foto está borrosa. Mantenga quieta la cámara y repítala.',
      dark: () => 'La foto está oscura. Repítala con más luz.',
      burnt_out: () => 'Partes de la foto están sobreexpuestas. Repítala con menos luz.',
      small: () => 'La foto es pequeña. A partir de 800 píxeles se ve más.',
      duplicate: (of) => `La foto es la misma que ${of}.`,
    },
  },
};
