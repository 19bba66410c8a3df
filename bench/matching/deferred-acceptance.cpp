// Deferred acceptance, mentees proposing, beside the engine's: the same steps from the same file to the same outcome, as one line of JSON.
//
//     g++ -O3 -march=native -DNDEBUG -std=c++17 deferred-acceptance.cpp -o deferred-acceptance
//     ./deferred-acceptance file
//
// In rounds, so that offers follow one another that do not wait for each other; one aligned cache line for each mentor; what will be
// needed is asked from the memory before.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <string>
#include <vector>

namespace {

[[noreturn]] void refuse(const std::string& sentence) {
  std::fprintf(stderr, "deferred-acceptance: %s\n", sentence.c_str());
  std::exit(1);
}

double seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double cpuSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double peakMegabytes() {
  std::FILE* status = std::fopen("/proc/self/status", "r");
  char line[256];
  long kilobytes = 0;
  while (status && std::fgets(line, sizeof line, status)) std::sscanf(line, "VmHWM: %ld", &kilobytes);
  if (status) std::fclose(status);
  return kilobytes / 1024.0;
}

struct Choices {
  int mentees, mentors;
  std::vector<int32_t> places, ptr, col, menteeRank, mentorRank;
};

Choices read(const char* name) {
  std::FILE* handle = std::fopen(name, "rb");
  if (!handle) refuse(std::string("cannot read ") + name);
  const auto take = [&](size_t count) {
    std::vector<int32_t> values(count);
    if (std::fread(values.data(), 4, count, handle) != count) refuse("the file ends too early");
    return values;
  };
  const auto head = take(4);
  if (head[0] != 0x52414e4b) refuse("this is no such file");
  Choices choices{head[1], head[2], take(head[2]), take(head[1] + size_t{1}), take(head[3]), take(head[3]), take(head[3])};
  std::fclose(handle);
  return choices;
}

struct Wish {
  int32_t mentor, rank;  // the rank is the mentee's on the mentor's list; a mentor of -1 ends a list
};

struct Held {
  int32_t rank, mentee;
};

// The first of those held is the one whom the mentor likes least.
struct alignas(64) Line {
  int32_t count, places;
  Held held[7];
};

struct Outcome {
  std::vector<int32_t> mentorOf;
  long long proposals = 0;
};

Outcome match(const Choices& choices) {
  const auto& [mentees, mentors, places, ptr, col, menteeRank, mentorRank] = choices;
  std::vector<Wish> wishes(col.size() + mentees);
  std::vector<int32_t> next(mentees);
  std::vector<std::pair<int32_t, int32_t>> order;
  int32_t end = 0;
  for (int i = 0; i < mentees; i++) {
    next[i] = end;
    order.clear();
    for (int e = ptr[i]; e < ptr[i + 1]; e++) {
      if (menteeRank[e] > 0 && mentorRank[e] > 0 && places[col[e]] > 0) order.emplace_back(menteeRank[e], e);
    }
    for (size_t k = 1; k < order.size(); k++) {  // short lists: insertion
      const auto one = order[k];
      size_t at = k;
      for (; at > 0 && order[at - 1].first > one.first; at--) order[at] = order[at - 1];
      order[at] = one;
    }
    for (const auto& [rank, e] : order) wishes[end++] = {col[e], mentorRank[e]};
    wishes[end++] = {-1, 0};
  }

  std::vector<Line> lines(mentors);
  for (int j = 0; j < mentors; j++) lines[j] = {0, places[j], {}};
  std::vector<int32_t> now(mentees), later(mentees);
  for (int i = 0; i < mentees; i++) now[i] = i;
  Outcome outcome;
  for (int waiting = mentees; waiting > 0;) {
    int again = 0;
    for (int k = 0; k < waiting; k++) {
      // Far ahead the wish, and nearer its line.
      if (k + 32 < waiting) __builtin_prefetch(&wishes[next[now[k + 32]]]);
      if (k + 16 < waiting) {
        const Wish ahead = wishes[next[now[k + 16]]];
        if (ahead.mentor >= 0) __builtin_prefetch(&lines[ahead.mentor], 1);
      }
      const int32_t mentee = now[k];
      const Wish wish = wishes[next[mentee]];
      if (wish.mentor < 0) continue;
      next[mentee]++;
      outcome.proposals++;
      Line& line = lines[wish.mentor];
      Held* const held = line.held;
      if (line.count < line.places) {
        const int at = line.count++;
        held[at] = {wish.rank, mentee};
        if (at > 0 && held[0].rank < wish.rank) std::swap(held[0], held[at]);
        continue;
      }
      if (held[0].rank < wish.rank) {
        later[again++] = mentee;
        continue;
      }
      later[again++] = held[0].mentee;
      held[0] = {wish.rank, mentee};
      int worst = 0;
      for (int s = 1; s < line.count; s++) {
        if (held[s].rank > held[worst].rank) worst = s;
      }
      std::swap(held[0], held[worst]);
    }
    std::swap(now, later);
    waiting = again;
  }
  outcome.mentorOf.assign(mentees, -1);
  for (int j = 0; j < mentors; j++) {
    for (int s = 0; s < lines[j].count; s++) outcome.mentorOf[lines[j].held[s].mentee] = j;
  }
  return outcome;
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) refuse("say the file");
  const Choices choices = read(words[1]);
  for (const int32_t places : choices.places) {
    if (places > 7) refuse("a line holds seven places at most");
  }
  std::vector<double> times, cpuTimes;
  Outcome outcome;
  for (int run = 0; run < 6; run++) {
    const double begin = seconds(), cpuBegin = cpuSeconds();
    outcome = match(choices);
    if (run == 0) continue;
    times.push_back(seconds() - begin);
    cpuTimes.push_back(cpuSeconds() - cpuBegin);
  }
  std::sort(times.begin(), times.end());
  std::sort(cpuTimes.begin(), cpuTimes.end());
  uint32_t fingerprint = 0;
  long long matched = 0;
  for (const int32_t mentor : outcome.mentorOf) {
    fingerprint = fingerprint * 31 + static_cast<uint32_t>(mentor) + 2;
    matched += mentor >= 0;
  }
  std::printf("{\"matched\":%lld,\"proposals\":%lld,\"fingerprint\":%u,\"solveMs\":%.3f,\"cpuMs\":%.3f,\"peakMb\":%.1f}\n", matched,
              outcome.proposals, fingerprint, 1000 * times[times.size() / 2], 1000 * cpuTimes[cpuTimes.size() / 2], peakMegabytes());
}
