"""The parts that tools are made of: labelled, usable by mouse and by keyboard."""
