/** Durations and instants. */
import { error, noOperator, refused, type Table, typeError } from './table.ts';

const outOfRange = error('Timestamp out of range.');
const tooLong = error('Duration out of range.');

export const durations: Table = {
  about: 'rules.Duration',
  type: 'duration',
  rows: [
    ["duration.value(90, 's').seconds()", '90'],
    ["duration.value(-90, 's').seconds()", '-90'],
    ["duration.value(1500, 'ms').seconds()", '1'],
    ["duration.value(1500, 'ms').nanos()", '500000000'],
    ["duration.value(-1500, 'ms').nanos()", '-500000000'],
    ["duration.value(1, 'h') + duration.value(1, 'm')", '3660s'],
    ["duration.value(1, 'h') - duration.value(1, 'm')", '3540s'],
    ["duration.value(1, 'm') == duration.value(60, 's')", 'true'],
    ["duration.value(1, 'm') > duration.value(59, 's')", 'true'],
    ["duration.value(1, 's') * 2", noOperator('duration * int')],
    ["duration.value(1, 's') + 1", noOperator('duration + int')],
    ["duration.value(315576000000, 's').seconds()", '315576000000'],
    ["duration.value(315576000000, 's') + duration.value(1, 'ns')", tooLong],
  ],
};

export const durationFunctions: Table = {
  about: 'rules.duration',
  rows: [
    ["duration.value(1, 'w')", '604800s'],
    ["duration.value(1, 'd')", '86400s'],
    ["duration.value(1, 'h')", '3600s'],
    ["duration.value(1, 'm')", '60s'],
    ["duration.value(1, 's')", '1s'],
    ["duration.value(1, 'ms')", '0.001s'],
    ["duration.value(1, 'ns')", '0.000000001s'],
    ["duration.value(1, 'y')", error('Unknown unit of time: y.')],
    ["duration.value(1.5, 's')", typeError('float', 'int')],
    ["duration.value(null, 's')", typeError('null', 'int')],
    ["duration.value(9223372036854775807, 'w')", tooLong],
    ["duration.abs(duration.value(-10, 's')) == duration.value(10, 's')", 'true'],
    ["duration.abs(duration.value(10, 's'))", '10s'],
    ['duration.abs(-10)', typeError('int', 'duration')],
    ['duration.time(1, 2, 3, 4)', '3723.000000004s'],
    ['duration.time(0, 0, 0, 0)', '0s'],
    ['duration.time(9223372036854775807, 0, 0, 0)', tooLong],
    ['duration.time(1, 2)', refused('Wrong number of arguments for duration.time: expected 4, found 2.')],
  ],
};

/** `request.time` is 2026-03-04T05:06:07.089Z, a Wednesday. */
export const timestamps: Table = {
  about: 'rules.Timestamp',
  type: 'timestamp',
  rows: [
    ['request.time.date()', '2026-03-04T00:00:00Z'],
    ['request.time.time()', '18367.089s'],
    ['request.time.year()', '2026'],
    ['request.time.month()', '3'],
    ['request.time.day()', '4'],
    ['request.time.hours()', '5'],
    ['request.time.minutes()', '6'],
    ['request.time.seconds()', '7'],
    ['request.time.nanos()', '89000000'],
    ['request.time.dayOfWeek()', '3'],
    ['timestamp.date(2026, 3, 2).dayOfWeek()', '1'],
    ['timestamp.date(2026, 3, 8).dayOfWeek()', '7'],
    ['request.time.dayOfYear()', '63'],
    ['timestamp.date(2024, 12, 31).dayOfYear()', '366'],
    ['request.time.toMillis()', '1772600767089'],
    ['timestamp.value(-1).toMillis()', '-1'],
    ["request.time + duration.value(1, 'd')", '2026-03-05T05:06:07.089Z'],
    ["duration.value(1, 'd') + request.time", '2026-03-05T05:06:07.089Z'],
    ["request.time - duration.value(7, 'ms')", '2026-03-04T05:06:07.082Z'],
    ['timestamp.date(2026, 3, 5) - timestamp.date(2026, 3, 4)', '86400s'],
    ['request.time + request.time', noOperator('timestamp + timestamp')],
    ["duration.value(1, 'd') - request.time", noOperator('duration - timestamp')],
    ['request.time + 1', noOperator('timestamp + int')],
    ['request.time > timestamp.date(2026, 1, 1)', 'true'],
    ['request.time == timestamp.value(1772600767089)', 'true'],
    ["request.time + duration.value(315576000000, 's')", outOfRange],
    ["(request.time + duration.value(9223372036854775807, 'w')).year()", tooLong],
  ],
};

export const timestampFunctions: Table = {
  about: 'rules.timestamp',
  rows: [
    ['timestamp.date(1984, 1, 2)', '1984-01-02T00:00:00Z'],
    ['timestamp.date(2024, 2, 29)', '2024-02-29T00:00:00Z'],
    ['timestamp.date(1, 1, 1)', '0001-01-01T00:00:00Z'],
    ['timestamp.date(9999, 12, 31)', '9999-12-31T00:00:00Z'],
    ['timestamp.date(2026, 2, 29)', error('Not a date.')],
    ['timestamp.date(2026, 13, 1)', error('Not a date.')],
    ['timestamp.date(0, 1, 1)', outOfRange],
    ['timestamp.date(10000, 1, 1)', outOfRange],
    ["timestamp.date('2026', 1, 1)", typeError('string', 'int')],
    ['timestamp.value(0)', '1970-01-01T00:00:00Z'],
    ['timestamp.value(1623196800000)', '2021-06-09T00:00:00Z'],
    ['timestamp.value(-1)', '1969-12-31T23:59:59.999Z'],
    ['timestamp.value(9223372036854775807)', outOfRange],
    ['timestamp.value(1.5)', typeError('float', 'int')],
  ],
};
