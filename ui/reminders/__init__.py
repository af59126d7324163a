"""Påminn mig: asking when, the alarm, and the notice, for as long as an account is open in the window."""
