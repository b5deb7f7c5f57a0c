# lib/clock/local.mk - what is built and installed from here.
