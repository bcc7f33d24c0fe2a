"""Time zones are found where the system keeps them."""
import datetime
import sysconfig
import zoneinfo

assert zoneinfo.TZPATH == tuple(sysconfig.get_config_var('TZPATH').split(':')) and '/usr/share/zoneinfo' in zoneinfo.TZPATH
if 'Europe/Berlin' in zoneinfo.available_timezones():
    moment = datetime.datetime(2024, 7, 1, 12, tzinfo=datetime.timezone.utc).astimezone(zoneinfo.ZoneInfo('Europe/Berlin'))
    assert (moment.hour, moment.tzname()) == (14, 'CEST')
