// The _datetime module. CPython: Modules/_datetimemodule.c
import { int } from '../../runtime/core/value.ts';
import type { NativeModule } from '../../runtime/native/module.ts';
import { MAX_YEAR, MIN_YEAR } from './calendar.ts';
import { installDate } from './date.ts';
import { installDatetime } from './datetime-convert.ts';
import { DOCS } from './generated/docs.ts';
import { dateType, datetimeType, timedeltaType, timeType, timezoneType, tzinfoType } from './layout.ts';
import { installTime } from './time.ts';
import { installTimedelta } from './timedelta.ts';
import { installZones, UTC } from './zone.ts';

export const datetimeModule: NativeModule = {
  name: '_datetime',
  doc: DOCS['']!,
  install: () => {
    installTimedelta();
    installZones();
    installDate();
    installTime();
    installDatetime();
  },
  types: {
    date: dateType,
    datetime: datetimeType,
    time: timeType,
    timedelta: timedeltaType,
    tzinfo: tzinfoType,
    timezone: timezoneType,
  },
  values: () => ({ MINYEAR: int(MIN_YEAR), MAXYEAR: int(MAX_YEAR), UTC }),
};
