package in.sangam.sandbox.shape;

/** One case of a public event log; times are days since the first case of the log. */
interface Logged {

    /** Returns the number of the group (neighbourhood, responsible) that stands for a place, from 0. */
    int group();

    double start();
}
