/**
 * When markets are open: sessions by rule, as tables of epoch nanoseconds that are made once and only looked up afterwards.
 *
 * <p>May know numbers and time; must not know instruments, and must not ask the machine for its time zones: those are data that change
 * from machine to machine, and a replay must not.
 *
 * <p>Start with {@link reprise.calendar.SessionCalendar}.
 */
package reprise.calendar;
