"""The models of the labs: functions that know no chart, each with its formula and its source."""
