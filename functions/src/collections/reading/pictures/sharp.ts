/**
 * sharp with the settings of a small worker: no cache, since no picture is decoded twice, and one thread a picture,
 * since several pictures are worked on at once.
 */
import sharp from 'sharp';

sharp.cache(false);
sharp.concurrency(1);

export default sharp;
